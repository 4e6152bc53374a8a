import { useCall } from '../../client/hooks.ts';
import { useSession } from '../session/session.ts';

/** Whether this till's register has a receipt printer; the system's printer helps where it has none. */
export function useHasPrinter(): boolean {
  const registerId = useSession((state) => state.session?.device?.registerId);
  const registers = useCall('register.list', {});
  return registers.data?.some(({ id, printerHost }) => id === registerId && printerHost !== null) ?? false;
}
