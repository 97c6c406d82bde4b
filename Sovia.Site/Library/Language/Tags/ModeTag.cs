using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>mode:</c> how any of it was made.</summary>
internal sealed class ModeTag() : NameTag("mode", "In which mode it or any member of its family was made, whatever the case; none where no mode is known.",
    mode => new Term.ModeIs(mode), new Term.ModeIs(null), "mode:custom", "mode:normal,fun", "mode:none");
