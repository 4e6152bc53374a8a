import { useTranslation } from 'react-i18next';
import { ROLES } from '../../../../shared/contract/permissions.ts';
import { SelectField } from '../../ui/index.ts';
import type { StaffRole } from './staff-member.ts';

interface RoleFieldProps {
  value: StaffRole;
  onChange: (role: StaffRole) => void;
  disabled?: boolean;
}

/** One of the three roles, with what it may do. */
export function RoleField({ value, onChange, disabled = false }: RoleFieldProps) {
  const { t } = useTranslation('staff');
  return (
    <SelectField
      label={t('roleLabel')}
      hint={t(`roleHint.${value}`)}
      options={ROLES.toReversed().map((role) => ({ value: role, label: t(`session:role.${role}`) }))}
      value={value}
      onChange={onChange}
      disabled={disabled}
    />
  );
}
