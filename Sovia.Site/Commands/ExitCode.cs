namespace Sovia.Commands;

/// <summary>The program's exit codes.</summary>
internal static class ExitCode
{
    /// <summary>Everything was imported.</summary>
    public const int Success = 0;

    /// <summary>Some items were rejected; the rest was imported.</summary>
    public const int SomeRejected = 1;

    /// <summary>Nothing could be read.</summary>
    public const int NothingRead = 2;
}
