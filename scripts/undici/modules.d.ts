/** undici has no types for its single files. */
declare module 'undici/lib/*';
