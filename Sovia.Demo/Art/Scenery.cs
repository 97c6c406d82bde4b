namespace Sovia.Demo.Art;

/// <summary>Landscape elements that several painters share.</summary>
internal static class Scenery
{
    /// <summary>Creates the outline of a mountain range, from left to right.</summary>
    /// <param name="gradientNoise">The noise of the terrain.</param>
    /// <param name="width">The width of the canvas.</param>
    /// <param name="y">The y coordinate of the base.</param>
    /// <param name="rise">The maximum rise above the base.</param>
    /// <param name="peaks">The number of peaks across the canvas.</param>
    /// <param name="sharp">The shape, from 0 for rolling hills to 1 for crests.</param>
    public static List<(double X, double Y)> CreateRidge(GradientNoise gradientNoise, double width, double y, double rise, double peaks,
        double sharp)
    {
        var line = new List<(double X, double Y)>();
        for (double x = -4; x <= width + 8; x += 4)
        {
            var noiseX = x / width * peaks;
            var hill = 0.5 + (0.5 * gradientNoise.SampleOctaves(noiseX, 3.7, 4));
            var crest = 1 - Math.Abs(gradientNoise.SampleOctaves(noiseX * 0.8, 11.3, 6, 0.48) * 1.9);
            line.Add((x, y - (rise * (hill + ((crest - hill) * sharp)))));
        }
        return line;
    }

    /// <summary>Draws stars above a height, fewer near it.</summary>
    public static void DrawStars(Canvas canvas, SeededRandom seededRandom, double bottom, int count, Colour colour, double unit)
    {
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (seededRandom.NextInRange(0, canvas.Width), Math.Pow(seededRandom.NextDouble(), 1.4) * bottom);
            var light = Math.Pow(seededRandom.NextDouble(), 5);
            canvas.DrawCircle(x, y, (0.7 + (light * 1.9)) * unit, $"{colour}", (0.25 + (light * 0.75)) * (1 - (y / bottom * 0.7)));
            if (light > 0.75) canvas.DrawGlow(x, y, 14 * unit, colour, 0.45);
        }
    }

    /// <summary>Draws a fir whose base is at a point.</summary>
    public static void DrawFir(Canvas canvas, SeededRandom seededRandom, double x, double y, double height, string fill)
    {
        var right = new List<(double, double)>();
        var left = new List<(double, double)>();
        var tiers = 6 + (int)(height / 40);
        for (var i = 0; i < tiers; i++)
        {
            var (tierTop, tierBottom) = (i / (double)tiers, (i + 1.0) / tiers);
            var reach = height * 0.2 * Math.Pow(tierBottom, 0.85);
            right.Add((x + (height * 0.05 * tierTop), y - height + (height * 0.93 * tierTop)));
            right.Add((x + (reach * seededRandom.NextInRange(0.75, 1.1)), y - height + (height * 0.93 * tierBottom)));
            left.Add((x - (height * 0.05 * tierTop), y - height + (height * 0.93 * tierTop)));
            left.Add((x - (reach * seededRandom.NextInRange(0.75, 1.1)), y - height + (height * 0.93 * tierBottom)));
        }
        left.Reverse();
        canvas.DrawPolygon([(x, y - (height * 1.04)), .. right, (x + (height * 0.02), y - (height * 0.08)), (x + (height * 0.02), y + 4),
            (x - (height * 0.02), y + 4), (x - (height * 0.02), y - (height * 0.08)), .. left], fill);
    }

    /// <summary>Draws a few birds around a point.</summary>
    public static void DrawBirds(Canvas canvas, SeededRandom seededRandom, double x, double y, int count, double unit, Colour colour)
    {
        for (var i = 0; i < count; i++)
        {
            var (bx, by, span) = (x + seededRandom.NextInRange(-140, 140) * unit, y + (seededRandom.NextInRange(-60, 60) * unit),
                seededRandom.NextInRange(8, 18) * unit);
            var lift = span * seededRandom.NextInRange(0.2, 0.55);
            canvas.Append(
                $"<path d='M{bx - span} {by - lift}Q{bx - (span * 0.4)} {by - (lift * 0.9)} {bx} {by}Q{bx + (span * 0.4)} {by - (lift * 0.9)} {bx + span} {by - lift}' fill='none' stroke='{colour}' stroke-width='{2.2 * unit}' stroke-linecap='round'/>");
        }
    }

    /// <summary>Draws long thin clouds across the sky.</summary>
    public static void DrawCloudStreaks(Canvas canvas, SeededRandom seededRandom, double top, double bottom, int count, Colour colour,
        double opacity)
    {
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (seededRandom.NextInRange(-0.1, 1.1) * canvas.Width, seededRandom.NextInRange(top, bottom));
            var (halfWidth, thickness) = (seededRandom.NextInRange(0.15, 0.5) * canvas.Width,
                seededRandom.NextInRange(0.002, 0.012) * canvas.Height);
            var fill = canvas.CreateLinearGradient(x - halfWidth, 0, x + halfWidth, 0, new(0, colour, 0),
                new(seededRandom.NextInRange(0.3, 0.7), colour, opacity * seededRandom.NextInRange(0.4, 1)), new(1, colour, 0));
            canvas.Append($"<ellipse cx='{x}' cy='{y}' rx='{halfWidth}' ry='{thickness}' fill='{fill}'/>");
        }
    }
}
