namespace Sovia.Demo.Art;

/// <summary>A stop of a gradient.</summary>
/// <param name="Offset">The position, from 0 to 1.</param>
/// <param name="Colour">The colour.</param>
/// <param name="Opacity">The opacity, from 0 to 1.</param>
internal readonly record struct GradientStop(double Offset, Colour Colour, double Opacity = 1);
