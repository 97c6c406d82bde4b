namespace Sovia.Query.Terms;

/// <summary>Terms of what clocks show.</summary>
internal static class DatePartTerms
{
    /// <summary>The term of a value by its number, of which there are so many; the one behind them stands for no date.</summary>
    public static Term Create(DatePart part, int number, TimeZoneInfo zone, int numbers) =>
        number == numbers ? new Term.IsDated(false) : new Term.DatePartIs(part, number, TimeZoneOffsets.ForZone(zone));
}
