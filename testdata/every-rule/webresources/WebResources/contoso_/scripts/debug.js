(() => {
  var modules = {
    "./Room/index.ts": () => {
      eval("exports.Room = 1;\n\n//# sourceURL=webpack://room/./Room/index.ts?");
    },
  };
})();
