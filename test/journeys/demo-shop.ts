/** Goods and people of the demo shop, as the journeys meet them. */
export const ALMOND = { name: 'Almond Butter', code: '0051651060325' };
export const BROWNIE = { name: 'Brownie Mix', code: '0843076000556' };
export const HONEY = { name: 'Clover Honey', code: '0023627190046' };

/** The owner. */
export const OLIVIA = { name: 'Olivia Penhale', pin: '2719' };
/** The manager. */
export const MARCUS = { name: 'Marcus Bell', pin: '4836' };
/** A cashier. */
export const SOFIA = { name: 'Sofia Reyes', pin: '5164' };
