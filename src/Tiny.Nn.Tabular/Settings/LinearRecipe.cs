using Tiny.Nn.Minimization;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>From the recipe of a network to that of the linear model that reports set beside it.</summary>
public static class LinearRecipe
{
    /// <summary>Steps on the way to the optimum, all penalties together: several times what tables need.</summary>
    private const int MostSteps = 1000;

    /// <summary>
    /// Softmax, logistic or linear regression, trained on all rows at once to its optimum, with an L2 penalty that the validation rows choose. Seed, loss, class weights, encoding
    /// and shares of rows are those of the recipe; how its network is trained does not matter.
    /// </summary>
    /// <param name="recipe">The recipe of the network.</param>
    public static Recipe Linear(this Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return NamedRecipe.Fresh(recipe) with
        {
            Hidden = [],
            LabelSmoothing = recipe.LabelSmoothing,
            FullBatch = new Lbfgs(),
            PenaltyChoice = PenaltyChoice.Validation,
            Epochs = MostSteps,
        };
    }
}
