"use strict";
var pcf_tools_1 = {
  Rating: class {
    updateView(context) { this.stars = context.parameters.stars.raw; }
  },
};
