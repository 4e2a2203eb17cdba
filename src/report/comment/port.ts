/** What the comment's writer needs of a forge; `report` knows no forge by name. */

export type PostedComment = {
  readonly id: number;
  readonly body: string;
  readonly url?: string;
  /** The forge's time, ISO 8601. */
  readonly createdAt?: string;
};

/** The comments of one pull request; a write takes effect within `timeoutMs` or never. Failures are `HttpError`s. */
export type CommentPort = {
  /** Those that the token's own user wrote. */
  readonly list: (options: {
    readonly since?: string;
    readonly signal: AbortSignal;
  }) => AsyncIterable<PostedComment>;
  readonly create: (body: string, options: PortWrite) => Promise<PostedComment>;
  readonly update: (id: number, body: string, options: PortWrite) => Promise<PostedComment>;
  /** A comment that is already gone is a success. */
  readonly remove: (id: number, options: PortWrite) => Promise<void>;
};

type PortWrite = { readonly signal: AbortSignal; readonly timeoutMs: number };
