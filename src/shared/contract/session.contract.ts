import * as z from 'zod';
import { idSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { codeTextSchema } from './fields.ts';
import { PERMISSIONS, ROLES } from './permissions.ts';

export const roleSchema = z.enum(ROLES);
export const permissionSchema = z.enum(PERMISSIONS as [string, ...string[]]);
export const usernameSchema = z.string().regex(/^[a-z0-9._-]{2,40}$/);
/** Checked for length and common words by the service, so that each refusal has its own code. */
export const passwordSchema = z.string().max(1000);
/** How the session is handed over: an http-only cookie (browser), the port itself (window), or a token in the answer (programs). */
export const signInCarrier = z.enum(['cookie', 'token']).default('cookie');

export const staffRef = z.object({ id: z.string(), name: z.string() });

export const sessionView = z.object({
  staff: z.object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    role: roleSchema,
    hasPin: z.boolean(),
  }),
  permissions: z.array(z.string()),
  device: z
    .object({ id: z.string(), name: z.string(), registerId: z.string(), registerName: z.string() })
    .nullable(),
  shop: z.object({
    name: z.string(),
    currency: z.string(),
    currencyExponent: z.int(),
    language: z.string(),
    country: z.string(),
    timeZone: z.string(),
    taxMode: z.enum(['included', 'excluded']),
    demo: z.boolean(),
  }),
  /** The till locks after this long without a key or a touch. */
  idleLockMs: z.int(),
  /** Only where the carrier 'token' was asked for. */
  token: z.string().nullable(),
});

const signInErrors = ['auth.badCredentials', 'auth.throttled', 'setup.incomplete'] as const;

export const sessionContract = {
  current: query({
    summary: 'Who is signed in, on which device, in which shop; null when nobody is',
    access: 'public',
    input: {},
    output: z.object({
      session: sessionView.nullable(),
      deviceEnrolled: z.boolean(),
      deviceName: z.string().nullable(),
    }),
  }),
  listPeople: query({
    summary: 'The people who may sign in by PIN on this enrolled device',
    access: 'device',
    input: {},
    output: z.array(z.object({ id: z.string(), name: z.string(), role: roleSchema, hasPin: z.boolean() })),
  }),
  signIn: command({
    summary: 'Signs in with user name and password',
    access: 'public',
    input: { username: z.string().max(100), password: passwordSchema, carrier: signInCarrier },
    output: sessionView,
    errors: signInErrors,
  }),
  signInWithPin: command({
    summary: 'Signs in on an enrolled device: the person, then the PIN',
    access: 'device',
    input: { staffId: idSchema, pin: codeTextSchema, carrier: signInCarrier },
    output: sessionView,
    errors: [...signInErrors, 'auth.noPin'],
  }),
  signOut: command({
    summary: 'Ends this session; open carts stay',
    access: 'signedIn',
    input: {},
    output: z.object({}),
  }),
  approve: command({
    summary:
      "A colleague's PIN lends one permission to one act of the person signed in (valid for two minutes)",
    access: 'signedIn',
    needsDevice: true,
    input: { staffId: idSchema, pin: codeTextSchema, permission: permissionSchema },
    output: z.object({ approvalId: z.string(), approver: staffRef, expiresAtMs: z.int() }),
    errors: ['auth.badCredentials', 'auth.throttled', 'auth.noPin'],
  }),
  listApprovers: query({
    summary: 'The people whose PIN may approve an act that needs this permission',
    access: 'signedIn',
    input: { permission: permissionSchema },
    output: z.array(staffRef),
  }),
  recover: command({
    summary: "Sets a new owner's password with the printed recovery code, and prints a new code",
    access: 'public',
    input: { username: z.string().max(100), recoveryCode: z.string().max(100), newPassword: passwordSchema },
    output: z.object({ recoveryCode: z.string() }),
    errors: [
      'auth.badCredentials',
      'auth.throttled',
      'auth.passwordTooShort',
      'auth.passwordTooLong',
      'auth.passwordCommon',
    ],
  }),
};
