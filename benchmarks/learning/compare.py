#!/usr/bin/env python3
"""What `tinynn train` makes of tables of which nothing is said but the target, beside scikit-learn's defaults on the same rows.

    dotnet publish src/Tiny.Nn.Cli -c Release -o artifacts/tinynn
    python3 benchmarks/learning/compare.py artifacts/tinynn/tinynn

It takes the tables of data/ and tables of its own generators, sets a fifth of the rows of each aside, twice, and prints ratios of the
errors and log-losses of those rows. More arguments go to `tinynn train`, such as `--effort high`. It needs scikit-learn and pandas.
"""
import json
import math
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.datasets import make_friedman1, make_friedman2, make_friedman3
from sklearn.ensemble import (
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
)
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings("ignore")
REPOSITORY = Path(__file__).resolve().parents[2]
REPEATS = 2


def tables():
    """Name, frame and target of each table; numbers are regressions where they have many values."""
    for path in sorted((REPOSITORY / "data").glob("*.csv")):
        frame = pd.read_csv(path, keep_default_na=False, na_values=[""])
        yield path.stem, frame, frame.columns[-1]
    for name, make in GENERATORS.items():
        x, y = make(np.random.default_rng(sum(name.encode())))
        frame = pd.DataFrame(x) if not isinstance(x, pd.DataFrame) else x
        frame.columns = [f"x{i}" for i in range(frame.shape[1])]
        yield name, frame.assign(target=y), "target"


def named(condition):
    return np.where(condition, "yes", "no")


def chance(rng, probability):
    return named(rng.random(len(probability)) < probability)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def heavy_tails(rng):
    x = np.exp(1.5 * rng.standard_normal((1000, 8)))
    return x, chance(rng, sigmoid(np.log(x[:, 0]) - np.log(x[:, 1]) + 0.5 * np.log(x[:, 2])))


def steps(rng):
    x = rng.random((1200, 6))
    level = (x[:, 0] > 0.3).astype(int) + (x[:, 1] > 0.6) + (x[:, 2] > 0.5)
    return x, np.array(["a", "b", "c", "d"])[level]


def interaction(rng):
    x = rng.standard_normal((1000, 6))
    return x, named((x[:, 0] > 0) ^ (x[:, 1] > 0))


def irrelevant(rng):
    x = rng.standard_normal((800, 35))
    return x, chance(rng, sigmoid(2 * x[:, 0] - 2 * x[:, 1] + x[:, 2] * x[:, 3]))


def levels(rng):
    effects = rng.standard_normal(200)
    code = rng.integers(0, 200, 3000)
    x = pd.DataFrame({0: [f"v{c}" for c in code], 1: rng.standard_normal(3000)})
    return x, chance(rng, sigmoid(2 * effects[code] + x[1]))


def few(rng):
    x = rng.standard_normal((100, 10))
    return x, chance(rng, sigmoid(2 * x[:, 0] - x[:, 1]))


def noisy(rng):
    x = rng.standard_normal((1500, 8))
    truth = x[:, 0] + x[:, 1] ** 2 > 1
    return x, named(truth ^ (rng.random(1500) < 0.2))


def rare(rng):
    x = rng.standard_normal((3000, 8))
    return x, chance(rng, sigmoid(2 * x[:, 0] + x[:, 1] - 5))


def waves(rng):
    x = rng.random((900, 4))
    return x, np.sin(8 * x[:, 0]) + np.abs(x[:, 1] - 0.5) + 0.1 * rng.standard_normal(900)


def outliers(rng):
    x = rng.standard_normal((800, 6))
    return x, x[:, 0] * x[:, 1] + x[:, 2] + 0.3 * rng.standard_t(1.5, 800)


GENERATORS = {
    "heavy_tails": heavy_tails,
    "steps": steps,
    "interaction": interaction,
    "irrelevant": irrelevant,
    "levels": levels,
    "few_rows": few,
    "label_noise": noisy,
    "rare_class": rare,
    "waves": waves,
    "outliers": outliers,
    "friedman1": lambda rng: make_friedman1(500, noise=1, random_state=1),
    "friedman2": lambda rng: make_friedman2(600, noise=120, random_state=1),
    "friedman3": lambda rng: make_friedman3(400, noise=0.15, random_state=1),
}

PEERS = {
    "mlp": (MLPClassifier(random_state=0), None),
    "boosting": (HistGradientBoostingClassifier(random_state=0), HistGradientBoostingRegressor(random_state=0)),
    "forest": (RandomForestClassifier(random_state=0), RandomForestRegressor(random_state=0)),
    "linear": (LogisticRegression(max_iter=2000), Ridge()),
}


def encoder(x):
    numbers = [c for c in x if pd.api.types.is_numeric_dtype(x[c])]
    texts = [c for c in x if c not in numbers]
    number = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    text = make_pipeline(
        SimpleImputer(strategy="constant", fill_value="missing"),
        OneHotEncoder(handle_unknown="ignore", sparse_output=False),
    )
    return ColumnTransformer([("number", number, numbers), ("text", text, texts)], sparse_threshold=0)


def judge_peer(model, train, test, target):
    x, y = train.drop(columns=target), train[target]
    fitted = make_pipeline(encoder(x), model).fit(x, y)
    said = fitted.predict(test.drop(columns=target))
    if not hasattr(model, "predict_proba"):
        return {"error": float(np.sqrt(np.mean((said - test[target]) ** 2)))}
    places = {label: i for i, label in enumerate(fitted.classes_)}
    p = fitted.predict_proba(test.drop(columns=target))
    of_actual = np.array([row[places[label]] if label in places else 0 for row, label in zip(p, test[target])])
    return {"error": float(np.mean(said != test[target])), "log-loss": float(-np.log(np.clip(of_actual, 1e-15, 1)).mean())}


def judge_own(command, train, test, target, is_classes):
    with tempfile.TemporaryDirectory() as place:
        train.to_csv(f"{place}/train.csv", index=False)
        test.to_csv(f"{place}/test.csv", index=False)
        task = "classification" if is_classes else "regression"
        run = [*command[:1], "train", f"{place}/train.csv", "--target", target, "--test-file", f"{place}/test.csv"]
        run += ["--task", task, "--output", f"{place}/m.tnn", "--json", "--quiet", *command[1:]]
        report = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    measures = {measure["name"]: measure["value"] for measure in report["test"]["measures"]}
    if is_classes:
        return {"error": 1 - measures["accuracy"], "log-loss": measures["log-loss"]}
    return {"error": measures["RMSE"]}


def folds(frame, target, is_classes):
    splitter = (StratifiedKFold if is_classes else KFold)(5, shuffle=True, random_state=0)
    return list(splitter.split(frame, frame[target] if is_classes else None))[:REPEATS]


def main(command):
    ratios = {peer: {"error": [], "log-loss": []} for peer in [*PEERS, "best"]}
    for name, frame, target in tables():
        is_classes = not pd.api.types.is_numeric_dtype(frame[target]) or frame[target].nunique() <= 10
        if is_classes:
            frame = frame.assign(**{target: frame[target].astype(str)})
        scores = {}
        for train, test in folds(frame, target, is_classes):
            parts = frame.iloc[train], frame.iloc[test]
            found = {"own": judge_own(command, *parts, target, is_classes)}
            for peer, (classifier, regressor) in PEERS.items():
                model = classifier if is_classes else regressor
                if model is not None:
                    found[peer] = judge_peer(model, *parts, target)
            for who, values in found.items():
                for metric, value in values.items():
                    scores.setdefault(metric, {}).setdefault(who, []).append(value)
        for metric, by_who in scores.items():
            rows = REPEATS * len(frame) / 5
            least = 0.5 / rows if is_classes and metric == "error" else 1e-9
            means = {who: max(float(np.mean(values)), least) for who, values in by_who.items()}
            means["best"] = min(value for who, value in means.items() if who != "own")
            print(f"{name:14} {metric:9}", "  ".join(f"{who} {value:.4g}" for who, value in means.items()), flush=True)
            for who in ratios:
                if who in means:
                    ratios[who][metric].append(means["own"] / means[who])
    print("\ngeometric means of our error over theirs, and of our log-loss over theirs:")
    for who, by_metric in ratios.items():
        parts = [
            f"{metric} {math.exp(np.mean(np.log(values))):.3f} ({len(values)} tables)"
            for metric, values in by_metric.items()
            if values
        ]
        print(f"{who:9}", "   ".join(parts))


if __name__ == "__main__":
    main(sys.argv[1:] or ["tinynn"])
