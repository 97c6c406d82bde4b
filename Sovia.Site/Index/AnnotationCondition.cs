using NpgsqlTypes;

namespace Sovia.Index;

/// <summary>A condition on annotations. <see cref="ToSql"/> and <see cref="Matches"/> must agree.</summary>
public abstract record AnnotationCondition
{
    /// <summary>
    /// SQL that is true for annotation rows (<c>a</c>) with this kind of annotation; for all other rows <see cref="MatchesUnannotated"/>
    /// applies.
    /// </summary>
    public abstract string PresenceSql { get; }

    /// <summary>Whether the condition holds without any annotation.</summary>
    public bool MatchesUnannotated => Matches(AnnotationState.None);

    /// <summary>Returns SQL over an annotation row (<c>a</c>).</summary>
    /// <param name="parameter">Adds a parameter for a value.</param>
    public abstract string ToSql(Func<object, NpgsqlDbType, string> parameter);

    /// <summary>Returns whether the condition holds.</summary>
    public abstract bool Matches(AnnotationState state);
}
