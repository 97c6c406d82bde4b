namespace Sovia.Metadata.Probing;

/// <summary>The lowest DCT coefficients of one channel of an image.</summary>
/// <param name="Mean">The constant (DC) term.</param>
/// <param name="Terms">The other (AC) terms, row by row, normalised to 0 to 1, where 0.5 is zero.</param>
/// <param name="Scale">The largest absolute value of the AC terms.</param>
internal sealed record DctCoefficients(double Mean, double[] Terms, double Scale)
{
    /// <summary>Computes the terms in the triangle below the diagonal from <paramref name="across"/> to <paramref name="down"/>.</summary>
    public static DctCoefficients Compute(double[] plane, int width, int height, int across, int down)
    {
        // Transforms the rows first, then the columns of the result.
        var rows = new double[across, height];
        for (var term = 0; term < across; term++)
        {
            var wave = Wave(term, width);
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++)
                    rows[term, y] += plane[x + y * width] * wave[x];
        }

        List<double> terms = [];
        for (var v = 0; v < down; v++)
        {
            var wave = Wave(v, height);
            for (var u = 0; u * down < across * (down - v); u++)
            {
                var sum = 0.0;
                for (var y = 0; y < height; y++) sum += rows[u, y] * wave[y];
                terms.Add(sum / (width * height));
            }
        }

        var others = terms.Skip(1).ToArray();
        var scale = others.Select(Math.Abs).Append(0).Max();

        // Smaller values are rounding noise, which dividing by them would amplify.
        if (scale < 1e-9) return new(terms[0], new double[others.Length], 0);
        return new(terms[0], Array.ConvertAll(others, term => 0.5 + 0.5 / scale * term), scale);
    }

    private static double[] Wave(int term, int length)
    {
        var wave = new double[length];
        for (var at = 0; at < length; at++) wave[at] = Math.Cos(Math.PI / length * term * (at + 0.5));
        return wave;
    }
}
