using NpgsqlTypes;

namespace Sovia.Index;

/// <summary>
/// A condition on what users decided. Its two readings, SQL over an annotation row and <see cref="Matches"/>, must agree.
/// </summary>
public abstract record AnnotationCondition
{
    /// <summary>
    /// SQL that holds for an annotation row, called <c>a</c>, in which this kind of thing was decided; where it was not,
    /// <see cref="MatchesUnannotated"/> tells.
    /// </summary>
    public abstract string PresenceSql { get; }

    /// <summary>Whether it holds where nothing was decided.</summary>
    public bool MatchesUnannotated => Matches(AnnotationState.None);

    /// <summary>SQL over an annotation row, called <c>a</c>.</summary>
    /// <param name="parameter">Makes a parameter of a value.</param>
    public abstract string ToSql(Func<object, NpgsqlDbType, string> parameter);

    /// <summary>Whether it holds.</summary>
    public abstract bool Matches(AnnotationState state);
}
