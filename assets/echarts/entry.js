// The one chart bundle: only the parts of Apache ECharts that the pages draw with.
// A chart type that is missing here draws nothing and says so in the console: add it to `use`.
// (src/charts is the only reader of `globalThis.echarts`.)
import * as core from "echarts/core";
import { BarChart, HeatmapChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendPlainComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from "echarts/components";
import { LabelLayout } from "echarts/features";
import langJA from "echarts/i18n/langJA-obj.js";
import { SVGRenderer } from "echarts/renderers";

core.use([
  BarChart,
  HeatmapChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendPlainComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
  LabelLayout,
  // SVG, not canvas: sharp in print and at 400 % zoom, and it can be saved as a file.
  SVGRenderer,
]);
core.registerLocale("JA", langJA);

globalThis.echarts = core;
