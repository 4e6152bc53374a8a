import * as z from 'zod';
import type { ErrorCode } from '../errors.ts';
import { idSchema } from '../values/schemas.ts';
import type { Access } from './permissions.ts';

/** Errors any call may answer, whatever it does. */
type CommonError =
  | 'input.invalid'
  | 'internal'
  | 'storage.full'
  | 'storage.failed'
  | 'auth.required'
  | 'auth.forbidden'
  | 'device.notEnrolled';
type CommandError = CommonError | 'command.reused' | 'auth.approvalNeeded' | 'auth.approvalInvalid';

export interface Call<
  K extends 'query' | 'command' = 'query' | 'command',
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends ErrorCode = ErrorCode,
> {
  readonly kind: K;
  readonly summary: string;
  readonly access: Access;
  /** The caller must sit at an enrolled device (a register). */
  readonly needsDevice: boolean;
  /** Someone with the permission may approve this one act on behalf of a caller who lacks it. */
  readonly approvable: boolean;
  readonly input: I;
  readonly output: O;
  readonly errors: readonly E[];
}

interface Spec<S extends z.ZodRawShape, O extends z.ZodType, E extends ErrorCode> {
  readonly summary: string;
  readonly access: Access;
  readonly needsDevice?: boolean;
  readonly approvable?: boolean;
  readonly input: S;
  readonly output: O;
  readonly errors?: readonly E[];
}

/** A call that reads. Its input is exactly the shape given; unknown fields are refused. */
export function query<S extends z.ZodRawShape, O extends z.ZodType, E extends ErrorCode = never>(
  spec: Spec<S, O, E>,
): Call<'query', z.ZodObject<S, z.core.$strict>, O, E | CommonError> {
  return {
    kind: 'query',
    summary: spec.summary,
    access: spec.access,
    needsDevice: spec.needsDevice ?? false,
    approvable: false,
    input: z.strictObject(spec.input),
    output: spec.output,
    errors: spec.errors ?? [],
  };
}

const commandFields = {
  /** Made by the caller, one for each act: a repeat with the same id answers what was answered first. */
  commandId: idSchema,
  /** From session.approve, where someone else's permission is lent to this one act. */
  approvalId: idSchema.optional(),
};

/** A call that changes the shop: one transaction, remembered under its commandId. */
export function command<S extends z.ZodRawShape, O extends z.ZodType, E extends ErrorCode = never>(
  spec: Spec<S, O, E>,
): Call<'command', z.ZodObject<S & typeof commandFields, z.core.$strict>, O, E | CommandError> {
  return {
    kind: 'command',
    summary: spec.summary,
    access: spec.access,
    needsDevice: spec.needsDevice ?? false,
    approvable: spec.approvable ?? false,
    input: z.strictObject({ ...spec.input, ...commandFields }),
    output: spec.output,
    errors: spec.errors ?? [],
  };
}

export type InputOf<C extends Call> = z.input<C['input']>;
export type ParsedInputOf<C extends Call> = z.output<C['input']>;
export type OutputOf<C extends Call> = z.output<C['output']>;
/** What a service returns: output before its schema cleans it. */
export type AnswerOf<C extends Call> = z.input<C['output']>;
export type ErrorOf<C extends Call> = C['errors'][number];
