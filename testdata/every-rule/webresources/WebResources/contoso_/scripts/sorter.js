/*! sorter v4.1.2 | MIT */
(function () {
  "use strict";
  window.sorter = function (list) { return list.slice().sort(); };
})();
