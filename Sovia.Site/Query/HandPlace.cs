using System.Globalization;
using Sovia.Query.Lists;

namespace Sovia.Query;

/// <summary>Where an item stands in an order that was made by hand. What was given no place comes last, by its date.</summary>
/// <param name="Place">The place; infinite where it was given none.</param>
/// <param name="Age">Decides between equals.</param>
/// <param name="Id">The item.</param>
internal readonly record struct HandPlace(double Place, long Age, Guid Id) : IComparable<HandPlace>
{
    /// <summary>The place that a cursor names; null where it names none.</summary>
    public static HandPlace? Of(Cursor cursor) =>
        double.TryParse(cursor.Key, NumberStyles.Float, CultureInfo.InvariantCulture, out var place) && !double.IsNaN(place)
        ? new(place, cursor.Age, cursor.Id) : null;

    /// <summary>The same as a cursor.</summary>
    public Cursor Cursor => new(Age, Id, Place.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public int CompareTo(HandPlace other) =>
        Place.CompareTo(other.Place) is var byPlace and not 0 ? byPlace : Age.CompareTo(other.Age) is var byAge and not 0 ? byAge
        : Id.CompareTo(other.Id);
}
