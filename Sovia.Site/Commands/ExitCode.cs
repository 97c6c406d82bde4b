namespace Sovia.Commands;

/// <summary>What the program says to the shell at its end.</summary>
internal static class ExitCode
{
    /// <summary>Everything went in.</summary>
    public const int Success = 0;

    /// <summary>Some items were rejected, the rest went in.</summary>
    public const int SomeRejected = 1;

    /// <summary>Nothing could be read.</summary>
    public const int NothingRead = 2;
}
