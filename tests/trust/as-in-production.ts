/** Import this before anything else: React is built twice, and chooses at its first import. */
process.env.NODE_ENV = "production";
