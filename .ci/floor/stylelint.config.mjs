const known = { browsers: ["chrome 90"], ignorePartialSupport: true };

export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: { "plugin/no-unsupported-browser-features": [true, known] },
};
