import { build, install, requireNode } from "./prepare.mjs";
import { serve } from "./serve.mjs";

requireNode();
install();
build();
serve();
