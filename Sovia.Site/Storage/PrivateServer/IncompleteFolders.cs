namespace Sovia.Storage.PrivateServer;

/// <summary>Deletes incomplete folders that an interrupted start left behind.</summary>
internal static class IncompleteFolders
{
    /// <summary>Deletes as much as possible; the next start deletes files that a dying process still writes to.</summary>
    public static void Delete(string folder, string pattern)
    {
        foreach (var incompleteFolder in Directory.EnumerateDirectories(folder, pattern).ToList())
        {
            try
            {
                Directory.Delete(incompleteFolder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Harmless, because every start creates a folder with a new name.
            }
        }
    }
}
