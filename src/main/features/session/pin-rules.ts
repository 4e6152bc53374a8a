/** 4 to 8 digits, not all the same, not a run up or down such as 1234, 9876 or 7890. */
export function isGoodPin(pin: string): boolean {
  if (!/^\d{4,8}$/.test(pin)) return false;
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  const [first] = steps;
  return !((first === 0 || first === 1 || first === 9) && steps.every((step) => step === first));
}
