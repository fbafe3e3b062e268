package io.pilotwatch.reporting;

import io.pilotwatch.reporting.core.Backtest;
import java.time.LocalDate;
import java.util.List;

/**
 * How far off forecasts were, found by making them again as of the end of each month in the lives of the pilots that have
 * finished.
 *
 * @param pilots how many have
 * @param byHorizon by how long before the finish they were made, the nearest first
 */
public record ForecastErrorView(LocalDate asOf, int pilots, List<Backtest.Result> byHorizon) {}
