using JasperFx;

namespace Sovia.Storage;

/// <summary>
/// The library that the current work belongs to: for a request the account's library, for a job the library it was queued for. Flows
/// with asynchronous calls.
/// </summary>
public static class CurrentLibrary
{
    private static readonly AsyncLocal<string?> AmbientId = new();

    /// <summary>
    /// The tenant id of the default library, the only one on a single-account site. It applies unless another is entered.
    /// </summary>
    public static string DefaultId => StorageConstants.DefaultTenantId;

    /// <summary>The tenant id of the current library.</summary>
    public static string Id => AmbientId.Value ?? DefaultId;

    /// <summary>Whether the current library is the default library.</summary>
    public static bool IsDefault => AmbientId.Value is null || AmbientId.Value == DefaultId;

    /// <summary>Makes a library the current one until the result is disposed.</summary>
    /// <param name="id">The library's tenant id.</param>
    public static IDisposable Enter(string id)
    {
        var previousId = AmbientId.Value;
        AmbientId.Value = id;
        return new LibraryScope(previousId);
    }

    private sealed class LibraryScope(string? before) : IDisposable
    {
        public void Dispose() => AmbientId.Value = before;
    }
}
