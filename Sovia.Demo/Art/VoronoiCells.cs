namespace Sovia.Demo.Art;

/// <summary>Computes Voronoi cells: the regions of a plane that are nearest to each of many points.</summary>
internal static class VoronoiCells
{
    /// <summary>Computes the outline of the region that is nearer to a point than to any other.</summary>
    public static List<(double X, double Y)> ComputeCell((double X, double Y) seed, IReadOnlyList<(double X, double Y)> seeds, double width,
        double height)
    {
        const double Margin = 60;
        List<(double X, double Y)> cell = [(-Margin, -Margin), (width + Margin, -Margin), (width + Margin, height + Margin),
            (-Margin, height + Margin)];
        foreach (var (x, y) in seeds)
        {
            var (dx, dy) = (x - seed.X, y - seed.Y);
            if ((dx == 0 && dy == 0) || (dx * dx) + (dy * dy) > width * height * 0.25) continue;
            var limit = (((seed.X + x) / 2) * dx) + (((seed.Y + y) / 2) * dy);
            cell = Clip(cell, dx, dy, limit);
            if (cell.Count == 0) break;
        }
        return cell;
    }

    // Returns the part of the cell in which dx·x + dy·y does not exceed the limit.
    private static List<(double X, double Y)> Clip(List<(double X, double Y)> cell, double dx, double dy, double limit)
    {
        var clipped = new List<(double X, double Y)>(cell.Count + 1);
        for (var i = 0; i < cell.Count; i++)
        {
            var (start, end) = (cell[i], cell[(i + 1) % cell.Count]);
            var (a, b) = ((start.X * dx) + (start.Y * dy) - limit, (end.X * dx) + (end.Y * dy) - limit);
            if (a <= 0) clipped.Add(start);
            if ((a < 0) != (b < 0)) clipped.Add((start.X + ((end.X - start.X) * a / (a - b)), start.Y + ((end.Y - start.Y) * a / (a - b))));
        }
        return clipped;
    }
}
