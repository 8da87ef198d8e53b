import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";

// Chromium 90 knows ES2021. What came later is found by its name, whatever it is called on; but iterators have the
// names that arrays have had for long.
const ofIterators = Object.keys(es.rules).filter((name) => name.startsWith("no-iterator-prototype-"));

export default [
  { languageOptions: { ecmaVersion: 2021, sourceType: "script" } },
  compat.configs["flat/recommended"],
  es.configs["flat/restrict-to-es2021"],
  {
    settings: { browsers: ["chrome 90"], "es-x": { aggressive: true } },
    rules: Object.fromEntries(ofIterators.map((name) => [`es-x/${name}`, "off"])),
  },
];
