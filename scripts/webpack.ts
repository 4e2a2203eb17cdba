/** The few types of webpack 5 that the bundling uses; ncc contains webpack and exports none of them. */

/** A module, or several that webpack joined: those are in `modules`. */
export type Module = {
  /** Absolute; modules that webpack itself makes have none. */
  readonly resource?: string;
  readonly modules?: Iterable<Module>;
  /** Bytes of its source. */
  size(): number;
};

/** The result of an `import()`: a chunk and those that it needs. */
type ChunkGroup = {
  readonly blocksIterable: Iterable<{ readonly dependencies: readonly object[] }>;
  readonly origins: Iterable<{ readonly module?: Module; readonly request?: string }>;
};

/** One file of the bundle. */
export type Chunk = {
  readonly name?: string | null;
  id: string | number | null;
  ids: (string | number)[] | null;
  readonly groupsIterable: Iterable<ChunkGroup>;
  /** True for the entry. */
  hasRuntime(): boolean;
  /** Whatever loads this chunk also loads the other one. */
  split(other: Chunk): void;
};

type Tap = { readonly name: string; readonly fn: (...given: never[]) => unknown };

type Hook = {
  tap(
    options: { readonly name: string; readonly stage: number },
    act: (chunks: Iterable<Chunk>) => void,
  ): void;
  /** `register` is called for each tap, including existing ones, and may replace it. */
  intercept(interceptor: { register(tap: Tap): Tap }): void;
};

/** A request of a module for another one, before webpack looks for the file. */
type Asked = { request: string; readonly contextInfo: { readonly issuer: string } };

/** A module that the bundle has another file for. */
export type Replaced = {
  /** As it is imported. */
  readonly request: string;
  /** Only where a file in this folder imports it. */
  readonly from: string;
  /** The other file, absolute. */
  readonly by: string;
};

export type Compilation = {
  readonly params: {
    readonly normalModuleFactory: {
      readonly hooks: { readonly beforeResolve: { tap(name: string, act: (asked: Asked) => void): void } };
    };
  };
  readonly modules: Iterable<Module>;
  readonly chunks: Iterable<Chunk>;
  /** Any entry fails the bundling. */
  readonly errors: Error[];
  readonly namedChunks: ReadonlyMap<string, Chunk>;
  readonly outputOptions: {
    chunkFilename: string;
    /** What the runtime may be written with; one object for all compilations of a configuration. */
    environment?: Readonly<Record<string, boolean | undefined>>;
  };
  readonly chunkGraph: {
    getChunkModulesIterable(chunk: Chunk): Iterable<Module>;
    getModuleChunksIterable(module: Module): Iterable<Chunk>;
    connectChunkAndModule(chunk: Chunk, module: Module): void;
    disconnectChunkAndModule(chunk: Chunk, module: Module): void;
  };
  readonly moduleGraph: { getModule(dependency: object): Module | null };
  readonly hooks: { readonly optimizeChunks: Hook; readonly chunkIds: Hook };
  addChunk(name: string): Chunk;
};
