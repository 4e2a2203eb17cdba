export const id = "shared-report-pages";
export const ids = ["shared-report-pages"];
export const modules = {

/***/ 5627:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: function() { return /* binding */ columnTable; }
/* harmony export */ });
/* harmony import */ var _filled_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5172);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2560);


/**
 * A table of what differs. A column that is empty in all rows is left out; one that is equal in all is written once
 * below.
 */
function columnTable(columns, items) {
    const filled = columns
        .map((column) => ({ ...column, cells: items.map(column.cell) }))
        .filter(({ cells }) => cells.some((cell) => cell.length > 0));
    const isEqual = ({ stays, cells }) => stays === undefined && items.length > 1 && new Set(cells.map((cell) => JSON.stringify(cell))).size === 1;
    const shown = filled.filter((column) => !isEqual(column));
    const equal = filled.filter(isEqual);
    return [
        (0,_filled_table_js__WEBPACK_IMPORTED_MODULE_0__/* .filledTable */ .p)(shown, items.length),
        ...(equal.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The same in all: '), ...equal.flatMap(equalFact))]),
    ];
}
function equalFact({ title, cells }, index) {
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${index === 0 ? '' : ' · '}${title} `), ...(cells[0] ?? [])];
}


/***/ })

};
