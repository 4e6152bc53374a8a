import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Leaves for another screen, once. */
export function GoTo({ path }: { path: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to: path, replace: true });
  }, [navigate, path]);
  return null;
}
