namespace Sovia.Demo.Art;

/// <summary>A place on a gradient.</summary>
/// <param name="Offset">From 0 to 1.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Opacity">How much of it.</param>
internal readonly record struct GradientStop(double Offset, Colour Colour, double Opacity = 1);
