namespace HelpDesk.Email.Corpus.Tests.Fuzzing;

/// <summary>One damaged mail; its number alone makes it again, as long as the seeds are the same.</summary>
/// <param name="Number">From zero.</param>
/// <param name="Seed">The name of the mail that was damaged.</param>
/// <param name="Octets">What became of it.</param>
internal sealed record FuzzCase(int Number, string Seed, byte[] Octets)
{
    public static FuzzCase Make(int number, IReadOnlyList<(string Name, byte[] Octets)> seeds)
    {
        var random = new Random(number);
        var (name, octets) = seeds[random.Next(seeds.Count)];
        return new FuzzCase(number, name, Mutations.Apply(octets, seeds[random.Next(seeds.Count)].Octets, random));
    }

    public override string ToString() => $"case {Number}, made of {Seed}, {Octets.Length} octets";
}
