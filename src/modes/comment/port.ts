import type { Forge } from '../../host/forge/forge.ts';
import type { CommentPort } from '../../report/comment/comment.ts';
import { isOurComment } from '../../report/comment/comment.ts';

/** The comments of one pull request that carry our marker and that the token's own user wrote. */
export function commentPort(forge: Forge, issue: number): CommentPort {
  return {
    list: async function* (options) {
      for await (const comment of forge.listComments(issue, options)) {
        // The author is only asked for comments with our marker.
        if (isOurComment(comment.body) && (await forge.isMine(comment, options.signal))) yield comment;
      }
    },
    create: (body, options) => forge.createComment(issue, body, options),
    update: (id, body, options) => forge.updateComment(id, body, options),
    remove: (id, options) => forge.deleteComment(id, options),
  };
}
