using NpgsqlTypes;

namespace Sovia.Index;

/// <summary>A condition on what users decided. Its two readings, SQL over an annotation row and <see cref="Holds"/>, must agree.</summary>
public abstract record Decision
{
    /// <summary>SQL that holds for an annotation row, called <c>a</c>, in which this kind of thing was decided; where it was not, <see cref="ByDefault"/> tells.</summary>
    public abstract string Decided { get; }

    /// <summary>Whether it holds where nothing was decided.</summary>
    public bool ByDefault => Holds(DecidedState.None);

    /// <summary>SQL over an annotation row, called <c>a</c>.</summary>
    /// <param name="parameter">Makes a parameter of a value.</param>
    public abstract string Sql(Func<object, NpgsqlDbType, string> parameter);

    /// <summary>Whether it holds.</summary>
    public abstract bool Holds(DecidedState state);
}
