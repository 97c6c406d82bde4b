using JasperFx;

namespace Sovia.Storage;

/// <summary>
/// The library that the current work belongs to: of a request its account's, of a job the one that it was queued for. It flows with
/// asynchronous calls.
/// </summary>
public static class CurrentLibrary
{
    private static readonly AsyncLocal<string?> Entered = new();

    /// <summary>The library of the only account; its name in the database is that of work which never said otherwise.</summary>
    public static string DefaultId => StorageConstants.DefaultTenantId;

    /// <summary>The tenant id of the library.</summary>
    public static string Id => Entered.Value ?? DefaultId;

    /// <summary>Whether it is that of the only account.</summary>
    public static bool IsDefault => Entered.Value is null || Entered.Value == DefaultId;

    /// <summary>Works in a library until the result is disposed.</summary>
    /// <param name="id">The library's tenant id.</param>
    public static IDisposable Enter(string id)
    {
        var before = Entered.Value;
        Entered.Value = id;
        return new LibraryScope(before);
    }

    private sealed class LibraryScope(string? before) : IDisposable
    {
        public void Dispose() => Entered.Value = before;
    }
}
