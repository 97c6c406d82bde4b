using System.Globalization;
using Sovia.Query.Lists;

namespace Sovia.Query;

/// <summary>An item's position in a manual order. Items without a position come last, by date.</summary>
/// <param name="Place">The position; infinite if there is none.</param>
/// <param name="Age">Breaks ties between equal positions.</param>
/// <param name="Id">The item.</param>
internal readonly record struct ManualPosition(double Place, long Age, Guid Id) : IComparable<ManualPosition>
{
    /// <summary>Returns the position in a cursor; null if it has none.</summary>
    public static ManualPosition? FromCursor(Cursor cursor) =>
        double.TryParse(cursor.Key, NumberStyles.Float, CultureInfo.InvariantCulture, out var place) && !double.IsNaN(place)
        ? new(place, cursor.Age, cursor.Id) : null;

    /// <summary>The position as a cursor.</summary>
    public Cursor Cursor => new(Age, Id, Place.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public int CompareTo(ManualPosition other) =>
        Place.CompareTo(other.Place) is var byPlace and not 0 ? byPlace : Age.CompareTo(other.Age) is var byAge and not 0 ? byAge
        : Id.CompareTo(other.Id);
}
