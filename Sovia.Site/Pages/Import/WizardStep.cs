namespace Sovia.Pages.Import;

/// <summary>The steps of the way in, in their order.</summary>
public enum WizardStep
{
    /// <summary>Choosing what to hand over.</summary>
    Choose,

    /// <summary>Looking at what it would bring.</summary>
    Preview,

    /// <summary>It is being written.</summary>
    Import,

    /// <summary>Its files come home.</summary>
    Media,

    /// <summary>It is over.</summary>
    Done,
}
