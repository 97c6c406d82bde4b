namespace Sovia.Pages.Import;

/// <summary>Steps of the import wizard, in order.</summary>
public enum ImportStep
{
    /// <summary>Choosing files or pasting links.</summary>
    Choose,

    /// <summary>Reading the files and showing the preview.</summary>
    Preview,

    /// <summary>Writing to the library.</summary>
    Import,
}
