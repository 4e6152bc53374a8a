import * as z from 'zod';
import { idSchema, nameSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { codeTextSchema } from './fields.ts';
import { passwordSchema, roleSchema, usernameSchema } from './session.contract.ts';

const staffView = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  role: roleSchema,
  active: z.boolean(),
  hasPin: z.boolean(),
  version: z.int(),
});

const passwordErrors = ['auth.passwordTooShort', 'auth.passwordTooLong', 'auth.passwordCommon'] as const;

export const staffContract = {
  list: query({
    summary: 'Everyone who works or worked here',
    access: 'staff.view',
    input: {},
    output: z.array(staffView),
  }),
  create: command({
    summary: 'Adds a person with a role, a password and, if wanted, a PIN',
    access: 'staff.manage',
    input: {
      name: nameSchema,
      username: usernameSchema,
      role: roleSchema,
      password: passwordSchema,
      pin: codeTextSchema.optional(),
    },
    output: staffView,
    errors: ['auth.usernameTaken', 'auth.pinTooSimple', ...passwordErrors],
  }),
  update: command({
    summary: 'Changes name, role or whether the person may sign in; disabling ends their sessions at once',
    access: 'staff.manage',
    input: {
      id: idSchema,
      expectedVersion: z.int(),
      name: nameSchema,
      role: roleSchema,
      active: z.boolean(),
    },
    output: staffView,
    errors: ['staff.unknown', 'version.conflict', 'auth.lastOwner'],
  }),
  setPassword: command({
    summary:
      'Sets a new password and ends the person’s other sessions; your own needs no permission but the current one',
    access: 'signedIn',
    input: { id: idSchema, newPassword: passwordSchema, currentPassword: passwordSchema.optional() },
    output: z.object({}),
    errors: ['staff.unknown', 'auth.badCredentials', 'auth.throttled', ...passwordErrors],
  }),
  setPin: command({
    summary: 'Sets or clears a PIN of 4 to 8 digits; your own needs no permission but your password',
    access: 'signedIn',
    input: { id: idSchema, pin: codeTextSchema.nullable(), currentPassword: passwordSchema.optional() },
    output: z.object({}),
    errors: ['staff.unknown', 'auth.pinTooSimple', 'auth.badCredentials', 'auth.throttled'],
  }),
};
