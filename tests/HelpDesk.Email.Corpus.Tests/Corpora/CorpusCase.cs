using System.Text.Json;

namespace HelpDesk.Email.Corpus.Tests.Corpora;

/// <summary>One case of a corpus: a mail, and what is expected of it.</summary>
public sealed record CorpusCase(string Id, string Path, JsonElement Input, JsonElement Expected);
