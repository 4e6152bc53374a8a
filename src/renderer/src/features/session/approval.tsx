import { useCallback } from 'react';
import { create } from 'zustand';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { Permission } from '../../../../shared/contract/permissions.ts';
import { CallError } from '../../client/call-error.ts';
import { type CommandInput, type CommandName, command } from '../../client/client.ts';
import { ApprovalDialog } from './approval-dialog.tsx';

interface Question {
  readonly permission: Permission;
  /** The approval's id, or null when nobody approved. */
  readonly answer: (approvalId: string | null) => void;
}

const useQuestion = create<{ question: Question | null }>(() => ({ question: null }));

/** Does an act; where the person may not do it alone, asks a colleague for a PIN and does it again with the approval.
 *  @returns null when nobody approved. @throws CallError for everything else. */
export async function runApproved<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Promise<CallOutput<N> | null> {
  try {
    return await command(name, input);
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'auth.approvalNeeded') throw error;
    const approvalId = await askApproval(error.data['permission'] as Permission);
    return approvalId === null ? null : command(name, { ...input, approvalId });
  }
}

/** runApproved bound to one command. */
export function useApproved<N extends CommandName>(
  name: N,
): (input: CommandInput<N>) => Promise<CallOutput<N> | null> {
  return useCallback((input) => runApproved(name, input), [name]);
}

function askApproval(permission: Permission): Promise<string | null> {
  useQuestion.getState().question?.answer(null);
  return new Promise((resolve) => {
    const answer = (approvalId: string | null) => {
      useQuestion.setState({ question: null });
      resolve(approvalId);
    };
    useQuestion.setState({ question: { permission, answer } });
  });
}

/** Where colleagues are asked; mounted once, for every screen. */
export function ApprovalHost() {
  const question = useQuestion((state) => state.question);
  if (!question) return null;
  return (
    <ApprovalDialog key={question.permission} permission={question.permission} onAnswer={question.answer} />
  );
}
