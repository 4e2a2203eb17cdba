import { existsSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { type WhyNotSent, whyNotSent } from '../../context/listing/listing.ts';
import { messageOf } from '../../errors.ts';
import type { FailingStep } from '../../report/result.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Step } from '../step/step.ts';
import { copySources } from './copy-sources.ts';
import { treeRequest } from './tree-request.ts';

type Cause = NonNullable<FailingStep['cause']>;

/**
 * Why a COPY or ADD did not find its file, where the build context is the reason: the file is not in the folder, or
 * it is there and was left out. `undefined` for every other failure.
 */
export async function missingSourceCause(
  step: Pick<Step, 'settings' | 'console'>,
  failing: FailingStep,
): Promise<Cause | undefined> {
  const words = [failing.message ?? '', ...failing.lines.slice(-20)].join('\n');
  try {
    for (const path of copySources(failing.step.instruction ?? '', words)) {
      const why = await whyNotSent(treeRequest(step.settings), path);
      if (why !== undefined) return causeOf(step.settings, path, why);
    }
  } catch (thrown) {
    step.console.debug(`Could not look up what the builder misses: ${messageOf(thrown)}`);
  }
  return undefined;
}

function causeOf(settings: Settings, path: string, why: WhyNotSent): Cause {
  const { context, project } = settings;
  const isLeftOut = `${path} is in the context folder, but`;
  switch (why.reason) {
    case 'absent':
      return absent(context, path, 'near' in why ? why.near : undefined);
    case 'outside-include-paths': {
      const file = project ? relative(context.workspace, project.path) : 'the manifest';
      const parent = posix.dirname(path);
      const widen = parent === '.' ? 'Set it to "." to send the whole folder' : `Add ${parent} to it`;
      return {
        what: `${isLeftOut} build.context.include_paths in ${file} does not include it.`,
        fix: `${widen}, or move the file into a folder that is included.`,
      };
    }
    case 'ignored': {
      const { file, line, pattern } = ('rule' in why && why.rule) || {
        file: 'the ignore file',
        line: 0,
        pattern: '',
      };
      return {
        what: `${isLeftOut} ${file}:${line} (${pattern}) leaves it out.`,
        fix: `Change line ${line} of ${file}, or add the line !${path} at its end.`,
      };
    }
    case 'credentials':
      return {
        what: `${isLeftOut} it looks like credentials, which are not sent.`,
        fix: `Add the line !${path} to the ignore file if the image needs it.`,
      };
    default:
      return {
        what: `${isLeftOut} the .git folder is not sent.`,
        fix: `Add the line !.git to the ignore file if the image needs it.`,
      };
  }
}

function absent({ workspace, root }: Settings['context'], path: string, near: string | undefined): Cause {
  const folder = relative(workspace, root) || '.';
  const what = `${path} is not in the context folder ${folder === '.' ? '(the workspace)' : folder}.`;
  if (near !== undefined) return { what, fix: `Did you mean ${near}? Names are case-sensitive.` };
  if (folder !== '.' && existsSync(join(workspace, path)))
    return {
      what: `${what} It is in the workspace, outside of the context.`,
      fix: `Set context to the folder that has both, and dockerfile to the Dockerfile in it, or move the file into ${folder}.`,
    };
  return { what, fix: 'Check the path: it is relative to the context folder, not to the Dockerfile.' };
}
