namespace Sovia.Storage.PrivateServer;

/// <summary>Half-made folders of a start that was cut short.</summary>
internal static class IncompleteFolders
{
    /// <summary>Removes what can be removed; what a dying program still writes to is gone by the next start.</summary>
    public static void Delete(string folder, string pattern)
    {
        foreach (var half in Directory.EnumerateDirectories(folder, pattern).ToList())
        {
            try
            {
                Directory.Delete(half, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Harmless: every start makes a folder of a new name.
            }
        }
    }
}
