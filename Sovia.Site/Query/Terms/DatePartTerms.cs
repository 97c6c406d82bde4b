namespace Sovia.Query.Terms;

/// <summary>Creates terms of date parts.</summary>
internal static class DatePartTerms
{
    /// <summary>Returns the term of a value by its number; a number equal to the count of values means no date.</summary>
    public static Term Create(DatePart part, int number, TimeZoneInfo zone, int numbers) =>
        number == numbers ? new Term.IsDated(false) : new Term.DatePartIs(part, number, TimeZoneOffsets.ForZone(zone));
}
